/**
 * Keeps Fabric from fetching fonts and icons from the Internet. Must be imported before any part of Fabric,
 * which reads these settings while it loads.
 */
interface FabricConfig {
  readonly fontBaseUrl: string;
  readonly iconBaseUrl: string;
}

(window as unknown as { FabricConfig: FabricConfig }).FabricConfig = { fontBaseUrl: "", iconBaseUrl: "" };

export {};
