export function requireTypescript(file: string): unknown;
