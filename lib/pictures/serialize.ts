import type { RequestContext } from "@/lib/context";
import type { Prisma, Tx } from "@/lib/db";
import { type PictureDto, PictureType } from "./schemas";

export const PICTURE_FIELDS = {
  id: true,
  name: true,
  mediaType: true,
  bytes: true,
  width: true,
  height: true,
  createdById: true,
  createdAt: true,
} as const satisfies Prisma.PictureSelect;

type PictureRow = Prisma.PictureGetPayload<{ select: typeof PICTURE_FIELDS }>;

/** Rows to DTOs, with the names of those who uploaded them, of this workspace only. */
export async function toPictureDtos(
  tx: Tx,
  ctx: RequestContext,
  rows: readonly PictureRow[],
): Promise<PictureDto[]> {
  const people = await tx.user.findMany({
    where: {
      id: { in: rows.flatMap(({ createdById }) => createdById ?? []) },
      memberships: { some: { workspaceId: ctx.workspace.id } },
    },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    mediaType: PictureType.parse(row.mediaType),
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    createdBy: names.get(row.createdById ?? "") ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
}

export async function toPictureDto(tx: Tx, ctx: RequestContext, row: PictureRow): Promise<PictureDto> {
  const [dto] = await toPictureDtos(tx, ctx, [row]);
  if (!dto) throw new Error("One row made no DTO.");
  return dto;
}
