/** Texts that go into the pages of another site. Pure. */

const attribute = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** The frame with the values that were chosen when the link was made. */
export function frameSnippet(address: string, title: string): string {
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="800" style="border: 0" loading="lazy"></iframe>`;
}

/** How a server signs an address for one visitor, e.g. with their clinic. Node; other languages alike. */
export function signingSnippet(
  { token, key }: { token: string; key: string },
  address: string,
  filter: string,
) {
  const site = new URL(address).origin;
  return `import { createHmac } from "node:crypto";

// Keep the key on your server: whoever has it can show any value.
const token = "${token}";
const key = "${key}";

const claims = {
  exp: Math.floor(Date.now() / 1000) + 600,
  values: { ${JSON.stringify(filter)}: "…" },
};
const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
const signature = createHmac("sha256", key).update(\`\${token}.\${payload}\`).digest("base64url");
const src = \`${site}/embed/\${token}.\${payload}.\${signature}\`;`;
}
