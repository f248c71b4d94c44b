import { api } from "@/lib/http/api";
import { pictureResponse } from "@/lib/http/picture-response";
import { readPicture } from "@/lib/pictures";
import { PictureIdInput } from "@/lib/pictures/schemas";

export const GET = api({
  params: PictureIdInput,
  handler: async ({ ctx, params, headers }) =>
    pictureResponse(await readPicture(ctx, params), {
      ifNoneMatch: headers.get("if-none-match"),
      kept: true,
    }),
});
