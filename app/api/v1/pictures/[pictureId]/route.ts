import { api } from "@/lib/http/api";
import { pictureResponse } from "@/lib/http/picture-response";
import { readPicture } from "@/lib/pictures";
import { PictureIdInput, PictureSizeInput } from "@/lib/pictures/schemas";

export const GET = api({
  params: PictureIdInput,
  query: PictureSizeInput,
  handler: async ({ ctx, params, query, headers }) =>
    pictureResponse(await readPicture(ctx, { ...params, ...query }), {
      ifNoneMatch: headers.get("if-none-match"),
      kept: true,
    }),
});
