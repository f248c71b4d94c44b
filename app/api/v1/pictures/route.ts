import { z } from "zod";
import { api } from "@/lib/http/api";
import { listPictures, uploadPicture } from "@/lib/pictures";

export const GET = api({ handler: ({ ctx }) => listPictures(ctx) });

const UploadQuery = z.object({ fileName: z.string() });

/** The body is the picture itself. */
export const POST = api({
  query: UploadQuery,
  handler: ({ ctx, query, stream }) => uploadPicture(ctx, query, stream),
});
