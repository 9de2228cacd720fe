/**
 * `npm run trust`: makes this machine's browsers accept the local certificate of https://localhost, where the
 * system allows it. Nothing else is changed, and nothing is sent anywhere.
 */
import os from "node:os";
import path from "node:path";
import { installCaCertificate, isCaCertificateInstalled } from "office-addin-dev-certs";
import { importTypescript, root } from "./importTypescript.mjs";

const { ensureCertificate } = await importTypescript("test/excel-host/serve/certificate.ts");
const { directory } = await ensureCertificate(path.join(root, ".cache/certificate"));
const authority = path.join(directory, "ca.crt");

try {
  await installCaCertificate(authority);
  if (!isCaCertificateInstalled()) throw new Error("hệ thống không nhận chứng thư");
  console.log("Đã tin cậy chứng thư cục bộ. Đóng hẳn trình duyệt rồi mở lại trang thử.");
} catch (error) {
  const reason = (error instanceof Error ? error.message : String(error)).trim();
  console.error(`Chưa cài được chứng thư cục bộ vào hệ thống: ${reason}`);
  console.error(byHand(authority));
  process.exitCode = 1;
}

function byHand(file) {
  const steps = {
    win32: `mở PowerShell và chạy: Import-Certificate -FilePath "${file}" -CertStoreLocation Cert:\\CurrentUser\\Root`,
    darwin: `chạy: security add-trusted-cert -d -r trustRoot -k ~/Library/Keychains/login.keychain-db "${file}"`,
    linux: `mở phần quản lý chứng chỉ của trình duyệt (Chrome: chrome://settings/certificates, Firefox: about:preferences#privacy) và nhập tệp ${file} vào mục Cơ quan cấp chứng chỉ`,
  };
  const step = steps[os.platform()] ?? `nhập tệp ${file} vào mục Cơ quan cấp chứng chỉ của trình duyệt`;
  return `Cài bằng tay: ${step}.\nHoặc cứ mở trang thử và chọn "Tiếp tục truy cập localhost" khi trình duyệt cảnh báo.`;
}
