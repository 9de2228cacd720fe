/**
 * Renders the icons of the add-in from their SVG sources: `node scripts/render-icons.mjs`.
 * The PNG files are committed, so building needs no browser. CHROMIUM names the browser to use.
 */
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const assets = join(dirname(fileURLToPath(import.meta.url)), "..", "assets");

/** Source and PNG (both without extension) with the pixel sizes to render. */
const icons = [
  { source: "icon-small", target: "icon", sizes: [16] },
  { source: "icon", target: "icon", sizes: [32, 64, 80, 128] },
  ...["template", "check", "merge", "progress"].map((name) => ({
    source: `commands/${name}`,
    target: `commands/${name}`,
    sizes: [16, 32, 80],
  })),
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();
for (const { source, target, sizes } of icons) {
  const svg = await readFile(join(assets, `${source}.svg`), "utf8");
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`
    );
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(join(assets, `${target}-${size}.png`), png);
  }
}
await browser.close();
