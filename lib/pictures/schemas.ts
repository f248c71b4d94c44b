/** Inputs and DTOs of pictures: images that dashboards show. Client-safe. */
import { z } from "zod";

/** What every browser shows and no script hides in. */
export const PictureType = z.enum(["image/png", "image/jpeg", "image/webp", "image/gif"]);
export type PictureType = z.infer<typeof PictureType>;

export const PICTURE_LIMIT_BYTES = 5 * 1024 * 1024;
/** Of all frames of an animation together: a small file may unfold to more than a browser holds. */
export const PICTURE_LIMIT_PIXELS = 40_000_000;

export const UploadPictureInput = z.object({ fileName: z.string().max(1000) });
export const PictureIdInput = z.object({ pictureId: z.uuid() });
/** `thumbnail`: small, one frame, for choosing among many. */
export const PictureSizeInput = z.object({ size: z.enum(["whole", "thumbnail"]).default("whole") });
export const ReadPictureInput = PictureIdInput.extend(PictureSizeInput.shape);

export type PictureDto = {
  id: string;
  name: string;
  mediaType: PictureType;
  bytes: number;
  /** Pixels. */
  width: number;
  height: number;
  /** Who uploaded it; null when they are not a member any more. */
  createdBy: string | null;
  /** ISO 8601. */
  createdAt: string;
};
