import { expect, test } from "vitest";
import { pictureResponse } from "./picture-response";

const picture = {
  bytes: Buffer.from("bytes"),
  mediaType: "image/png",
  name: "Tür “1”.png",
  sha256: "ab".repeat(32),
};
const etag = `"${picture.sha256}"`;

test("a picture is shown, runs nothing, and is kept by whoever may see it", async () => {
  const answer = pictureResponse(picture, { kept: true });
  expect(Object.fromEntries(answer.headers)).toEqual({
    "cache-control": "private, max-age=31536000, immutable",
    "content-disposition": "inline; filename*=UTF-8''T%C3%BCr%20%E2%80%9C1%E2%80%9D.png",
    "content-length": "5",
    "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "content-type": "image/png",
    etag,
    "x-content-type-options": "nosniff",
  });
  expect(await answer.text()).toBe("bytes");
});

test.each([etag, `W/${etag}`, `"other", ${etag}`])(
  "what the browser has (%s) is not sent again",
  async (ifNoneMatch) => {
    const answer = pictureResponse(picture, { ifNoneMatch, kept: true });
    expect(answer.status).toBe(304);
    expect(await answer.text()).toBe("");
  },
);

test("a stranger's browser keeps nothing, and is sent what is another", () => {
  const answer = pictureResponse(picture, { ifNoneMatch: '"other"', kept: false });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
});
