import type { ListDto, ListSummary } from "./schemas";

type ListRow = {
  id: string;
  name: string;
  description: string;
  updatedAt: Date;
  members: { email: string; name: string; state: string }[];
};

export function serializeList(row: ListRow): ListDto {
  return {
    ...head(row),
    members: row.members.map((member) => ({
      email: member.email,
      name: member.name,
      state: member.state === "INACTIVE" ? "INACTIVE" : "ACTIVE",
    })),
  };
}

export function serializeListSummary(
  row: Omit<ListRow, "members">,
  counts: { memberCount: number; scheduleCount: number },
): ListSummary {
  return { ...head(row), ...counts };
}

function head(row: Omit<ListRow, "members">) {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    kind: "STATIC" as const,
    updatedAt: row.updatedAt.toISOString(),
  };
}
