/**
 * `npm start`: the try-out page on this machine. Prints one line on the local certificate and the page's address.
 * PORT chooses the port (3000 by default; a busy one moves on to the next free one).
 */
import { importTypescript, root } from "./importTypescript.mjs";

function sayCertificate({ directory, made }) {
  const state = made ? "vừa tạo trên máy này" : "đã có";
  console.log(
    `Chứng thư cục bộ: ${state}, ở ${directory}. Trình duyệt còn cảnh báo thì chạy một lần: npm run trust`
  );
  console.log("Đang dựng trang thử…");
}

const started = Date.now();
try {
  const { startTryout } = await importTypescript("test/excel-host/serve/index.ts");
  const tryout = await startTryout({ port: wantedPort(), root, onCertificate: sayCertificate });
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => tryout.close().then(() => process.exit(0)));
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1).replace(".", ",");
  console.log(`\n  Trang thử Biểu Sử: ${tryout.url}\n\n(xong sau ${seconds} giây; bấm Ctrl-C để dừng)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function wantedPort() {
  const { PORT } = process.env;
  if (PORT === undefined || PORT === "") return 3000;
  const port = Number(PORT);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new Error(`PORT="${PORT}" không phải là số cổng: dùng một số từ 0 đến 65535.`);
}
