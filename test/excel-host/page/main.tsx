import * as React from "react";
import { createRoot } from "react-dom/client";
import type { SampleFile } from "../serve/samples";
import { App } from "./App";
import { parseManifest } from "./manifest";
import "./page.css";

/** The language of this "Excel"; the add-in gets it as display and content language. */
const LOCALE = "vi-VN";

async function fetchOk(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`Không đọc được ${path} (mã ${response.status}).`);
  return response;
}

async function start(root: Element): Promise<void> {
  const [manifest, samples] = await Promise.all([
    fetchOk("/manifest.xml").then((response) => response.text()),
    fetchOk("/samples.json").then((response) => response.json() as Promise<readonly SampleFile[]>),
  ]);
  createRoot(root).render(<App addIn={parseManifest(manifest, LOCALE)} samples={samples} locale={LOCALE} />);
}

const root = document.getElementById("root");
if (root) {
  start(root).catch((error: unknown) => {
    console.error(error);
    const message = error instanceof Error ? error.message : String(error);
    root.textContent = `Trang thử chưa mở được. ${message} Chạy lại npm start rồi tải lại trang.`;
  });
}
