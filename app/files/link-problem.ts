import type { AppError } from "@/lib/errors";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** A page of its own, for people without an account: why the link gives nothing, and what to do. */
export function linkProblemResponse(error: AppError): Response {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>This link does not work</title>
<style>
:root { color-scheme: light dark; --paper: #faf8f3; --ink: #1b1a17; --ink-2: #5d594f; }
@media (prefers-color-scheme: dark) { :root { --paper: #141310; --ink: #efece4; --ink-2: #b4aea1; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 28rem; padding: 2rem; text-align: center; }
h1 { font: 450 1.75rem/1.2 Georgia, serif; margin: 0 0 0.5rem; }
p { margin: 0; color: var(--ink-2); }
</style>
</head>
<body><main><h1>This link does not work</h1><p>${escape(error.message)}</p></main></body>
</html>`;
  return new Response(html, {
    status: error.status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
      "x-robots-tag": "noindex",
    },
  });
}
