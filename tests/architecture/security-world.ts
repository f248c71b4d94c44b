/** One of everything in a workspace of its own, so that every verb has something to be refused for. */
import { randomUUID } from "node:crypto";
import type { RequestContext } from "@/lib/context";
import {
  createDashboard,
  createPublicLink,
  deleteDashboard,
  saveAsTemplate,
  shareDashboard,
} from "@/lib/dashboards";
import { createDataSource, getFileLoad, loadFile, receiveUpload, requestLoad } from "@/lib/data-sources";
import { withTransaction } from "@/lib/db";
import { createList } from "@/lib/distribution";
import { requestDashboardExport } from "@/lib/exports";
import { uploadPicture } from "@/lib/pictures";
import { createQuery, deleteQuery } from "@/lib/queries";
import { createReport, publishReport, saveReportDraft } from "@/lib/reports";
import { createSchedule, runScheduleNow } from "@/lib/schedules";
import { storage } from "@/lib/storage";
import { withOwner } from "../support/database";
import { createWorkspace, type TestWorkspace } from "../support/factories";
import { drawPicture, inPieces } from "../support/pictures";
import { addSource, type TestSource } from "../support/source";

/** What a verb may be given the id of. The spare ones are used by nothing, so that they may be deleted. */
export type Ids = Record<
  | "dataSource"
  | "spareDataSource"
  | "fileSource"
  | "fileTable"
  | "spareFileTable"
  | "fileLoad"
  | "spareFileLoad"
  | "requestedFileLoad"
  | "query"
  | "spareQuery"
  | "deletedQuery"
  | "picture"
  | "sparePicture"
  | "export"
  | "finishedExport"
  | "dashboard"
  | "deletedDashboard"
  | "template"
  | "publicLink"
  | "department"
  /** The dashboard is shared with it by name. */
  | "sharedDepartment"
  | "report"
  | "spareReport"
  | "schedule"
  | "list"
  | "spareList"
  | "pendingExecution"
  | "heldExecution"
  | "execution"
  | "file"
  | "delivery"
  | "mail"
  | "attachment"
  | "member"
  | "person"
  /** Who owns the dashboards. */
  | "author"
  /** Who may own them, too. */
  | "colleague"
  | "notification"
  /** Of the viewer, and still going on. */
  | "queryRun",
  string
>;

export type World = {
  workspace: TestWorkspace;
  ids: Ids;
  /** Stands in the name of everything here: found in an answer of another workspace, it has leaked. */
  marker: string;
};

export const METRIC = {
  kind: "metric",
  title: "Revenue",
  value: "amount",
  aggregate: "sum",
  compare: "none",
  direction: "none",
} as const;

/** A parameter, and a filter, with a list to choose from. */
const SHOP = {
  name: "shop",
  type: "text" as const,
  isRequired: false,
  options: { kind: "values" as const, values: [{ value: "North" }] },
};

export const definition = {
  kind: "sql" as const,
  sql: "SELECT day, amount FROM shop.sales WHERE day >= {{from}} AND day < {{to}}",
  parameters: [{ name: "from", type: "date" as const }, { name: "to", type: "date" as const }, SHOP],
};

/** Of the files of {@link createWorld}. */
export const FILE_COLUMNS = [
  { name: "name", type: "text" as const },
  { name: "n", type: "number" as const, format: "1,234.56" as const },
];

export const widget = (queryId: string) => ({
  key: "revenue",
  queryId,
  visual: METRIC,
  layout: { x: 0, y: 0, w: 3, h: 2 },
});

export const dashboardDraft = {
  name: "Half a name",
  description: "",
  type: "PERSONAL" as const,
  tags: [],
  filters: {},
  settings: {},
  widgets: [],
};

export const reportDocument = (queryId: string) => ({
  blocks: [
    {
      id: "metrics",
      kind: "metrics" as const,
      items: [{ id: "revenue", queryId, parameters: {}, visual: METRIC }],
    },
  ],
});

export const schedule = (reportId: string, listId: string) => ({
  name: `Morning ${randomUUID()}`,
  reportId,
  cron: "30 7 * * 1-5",
  zone: "Europe/Berlin",
  formats: ["CSV" as const],
  recipients: [{ type: "list" as const, listId }],
});

export async function createWorld(shop: TestSource): Promise<World> {
  const workspace = await createWorkspace();
  const marker = `marker-of-${workspace.slug}`;
  const documents = await createDocuments(workspace, shop, marker);
  const uploads = await createUploads(workspace, marker);
  const pictures = await createPictures(workspace, marker);
  const runs = await createRuns(workspace, documents, marker);
  const people = await createPeople(workspace, documents.dataSource, marker);
  const exports_ = await createExports(workspace, documents.dashboard, marker);
  return {
    workspace,
    marker,
    ids: { ...documents, ...uploads, ...pictures, ...runs, ...people, ...exports_ },
  };
}

/** One that waits and one that is there to be fetched, both of the viewer: files are for who asked. */
async function createExports(workspace: TestWorkspace, dashboardId: string, marker: string) {
  const range = { kind: "relative" as const, name: "last_full_month" as const };
  const ask = () =>
    requestDashboardExport(workspace.as("VIEWER"), { dashboardId, format: "CSV", view: { range } });
  const waiting = await ask();
  const finished = await ask();
  const storageKey = `${workspace.id}/${finished.id}/export`;
  await storage().put(storageKey, Buffer.from(marker), "text/csv");
  await withTransaction(workspace.system(), (tx) =>
    tx.resultExport.update({
      where: { id: finished.id },
      data: { state: "COMPLETED", storageKey, bytes: marker.length },
    }),
  );
  return { export: waiting.id, finishedExport: finished.id };
}

async function createUploads(workspace: TestWorkspace, marker: string) {
  const editor = workspace.as("EDITOR");
  const { id: dataSourceId } = await createDataSource(workspace.as("ADMIN"), {
    kind: "FILES",
    name: `${marker} files`,
  });
  const upload = async (fileName: string) => {
    async function* body() {
      yield Buffer.from(`name,n\n${marker},1\n`);
    }
    return (await receiveUpload(editor, { dataSourceId, fileName }, body())).id;
  };
  const requested = async (tableName: string) => {
    const loadId = await upload(`${tableName}.csv`);
    await requestLoad(editor, { loadId, columns: FILE_COLUMNS, target: { mode: "create", tableName } });
    return loadId;
  };
  const load = async (tableName: string) => {
    const loadId = await requested(tableName);
    await loadFile(workspace.system(), { loadId, runId: "world" });
    return (await getFileLoad(editor, { loadId })).table?.id ?? "";
  };
  return {
    fileSource: dataSourceId,
    fileTable: await load(marker),
    spareFileTable: await load(`${marker} spare`),
    fileLoad: await upload(`${marker}.csv`),
    requestedFileLoad: await requested(`${marker} requested`),
    spareFileLoad: await upload(`${marker} spare.csv`),
  };
}

async function createPictures(workspace: TestWorkspace, marker: string) {
  const upload = async (fileName: string, color: string) =>
    uploadPicture(workspace.as("EDITOR"), { fileName }, inPieces(await drawPicture({ color })));
  return {
    picture: (await upload(`${marker}.png`, "#111111")).id,
    sparePicture: (await upload(`${marker} spare.png`, "#222222")).id,
  };
}

async function createDocuments(workspace: TestWorkspace, shop: TestSource, marker: string) {
  const admin = workspace.as("ADMIN");
  const editor = workspace.as("EDITOR");
  const dataSource = await addSource(admin, shop, { name: marker });
  const spareDataSource = await addSource(admin, shop, { name: `${marker} spare` });
  const base = { dataSourceId: dataSource.id, definition };
  const query = await createQuery(editor, { ...base, name: marker });
  const spareQuery = await createQuery(editor, { ...base, name: `${marker} spare` });
  const deletedQuery = await createQuery(editor, { ...base, name: `${marker} deleted` });
  await deleteQuery(editor, { queryId: deletedQuery.id });
  const dashboard = await createDashboard(editor, {
    name: marker,
    filters: { fields: [SHOP] },
    widgets: [widget(query.id)],
  });
  const template = await saveAsTemplate(editor, { dashboardId: dashboard.id, name: marker });
  const { link } = await createPublicLink(editor, {
    kind: "PAGE",
    dashboardId: dashboard.id,
    name: marker,
  });
  const { department, sharedDepartment } = await createDepartments(workspace, marker);
  await shareDashboard(editor, {
    dashboardId: dashboard.id,
    target: { kind: "department", departmentId: sharedDepartment },
    access: "VIEW",
  });
  const deletedDashboard = await createDashboard(editor, { name: `${marker} deleted` });
  await deleteDashboard(editor, { dashboardId: deletedDashboard.id });
  const report = await createReport(editor, { name: marker });
  await saveReportDraft(editor, {
    reportId: report.id,
    expectedRevision: report.draftRevision,
    name: marker,
    description: marker,
    document: reportDocument(query.id),
  });
  await publishReport(editor, { reportId: report.id });
  const spareReport = await createReport(editor, { name: `${marker} spare` });
  const members = [{ email: `reader@${marker}.example`, name: marker }];
  const list = await createList(admin, { name: marker, members });
  const spareList = await createList(admin, { name: `${marker} spare`, members });
  const { id } = await createSchedule(editor, { ...schedule(report.id, list.id), name: marker });
  return {
    dataSource: dataSource.id,
    spareDataSource: spareDataSource.id,
    query: query.id,
    spareQuery: spareQuery.id,
    deletedQuery: deletedQuery.id,
    dashboard: dashboard.id,
    deletedDashboard: deletedDashboard.id,
    template: template.id,
    publicLink: link.id,
    department,
    sharedDepartment,
    author: userIdOf(editor),
    colleague: userIdOf(admin),
    report: report.id,
    spareReport: spareReport.id,
    list: list.id,
    spareList: spareList.id,
    schedule: id,
  };
}

async function createDepartments(workspace: TestWorkspace, marker: string) {
  const workspaceId = workspace.id;
  return withTransaction(workspace.system(), async (tx) => {
    const one = await tx.department.create({ data: { workspaceId, name: marker } });
    const other = await tx.department.create({ data: { workspaceId, name: `${marker} shared` } });
    return { department: one.id, sharedDepartment: other.id };
  });
}

const userIdOf = ({ actor }: RequestContext): string => (actor.kind === "user" ? actor.userId : "");

/** A run that waits, one that is held, and one that was made, with its file and a mail that failed. */
async function createRuns(
  workspace: TestWorkspace,
  ids: { schedule: string; report: string },
  marker: string,
) {
  const pending = await runScheduleNow(workspace.as("EDITOR"), { scheduleId: ids.schedule });
  const held = await runScheduleNow(workspace.as("EDITOR"), { scheduleId: ids.schedule });
  const made = await runScheduleNow(workspace.as("EDITOR"), { scheduleId: ids.schedule });
  const workspaceId = workspace.id;
  const executionId = made.executionId;
  const storageKey = `${workspaceId}/${executionId}/csv.csv`;
  await storage().put(storageKey, Buffer.from(marker), "text/csv");
  return withTransaction(workspace.system(), async (tx) => {
    await tx.reportExecution.update({ where: { id: held.executionId }, data: { state: "HELD" } });
    await tx.reportExecution.update({ where: { id: executionId }, data: { state: "PARTIAL" } });
    const file = await tx.reportFile.create({
      data: {
        workspaceId,
        executionId,
        format: "CSV",
        fileName: `${marker}.csv`,
        contentType: "text/csv",
        storageKey,
        bytes: marker.length,
        sha256: "0".repeat(64),
        expiresAt: new Date("2027-01-01T00:00:00Z"),
      },
    });
    const delivery = await tx.deliveryLog.create({
      data: {
        workspaceId,
        executionId,
        scheduleId: ids.schedule,
        recipient: `reader@${marker}.example`,
        state: "FAILED",
        idempotencyKey: randomUUID(),
      },
    });
    const mail = await tx.outboxMail.create({
      data: {
        workspaceId,
        idempotencyKey: randomUUID(),
        from: "reports@example.com",
        to: `reader@${marker}.example`,
        subject: marker,
        html: marker,
        text: marker,
      },
    });
    const attachment = await tx.outboxAttachment.create({
      data: {
        workspaceId,
        mailId: mail.id,
        fileName: `${marker}.csv`,
        contentType: "text/csv",
        content: new Uint8Array(3),
      },
    });
    return {
      pendingExecution: pending.executionId,
      heldExecution: held.executionId,
      execution: executionId,
      file: file.id,
      delivery: delivery.id,
      mail: mail.id,
      attachment: attachment.id,
    };
  });
}

async function createPeople(workspace: TestWorkspace, dataSourceId: string, marker: string) {
  const { actor } = workspace.as("VIEWER");
  const userId = actor.kind === "user" ? actor.userId : "";
  return withTransaction(workspace.system(), async (tx) => {
    const { id: member } = await tx.membership.findFirstOrThrow({
      where: { workspaceId: workspace.id, userId },
      select: { id: true },
    });
    const { id: notification } = await tx.notification.create({
      data: { workspaceId: workspace.id, userId, kind: "MISSED_RUN", title: marker, body: marker },
    });
    const { id: queryRun } = await tx.queryRun.create({
      data: {
        workspaceId: workspace.id,
        dataSourceId,
        actorUserId: userId,
        purpose: "DASHBOARD",
        state: "RUNNING",
        parameters: { marker },
        createdAt: workspace.clock.now(),
      },
    });
    return { member, person: userId, notification, queryRun };
  });
}

/**
 * A digest of each table's whole content, read past row-level security: equal before and after means nothing was
 * written. With workspaces, only of their rows.
 */
export async function fingerprint(workspaceIds?: string[]): Promise<Record<string, string>> {
  return withOwner(async (client) => {
    const { rows: tables } = await client.query<{ name: string; has_workspace: boolean }>(`
      SELECT c.relname AS name,
        EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id') AS has_workspace
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`);
    const digests = tables
      .filter(({ has_workspace }) => has_workspace || !workspaceIds)
      .map(
        ({ name }) => `
          SELECT ${client.escapeLiteral(name)} AS name,
            count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS digest
          FROM ${client.escapeIdentifier(name)} t ${workspaceIds ? "WHERE workspace_id = ANY($1::uuid[])" : ""}`,
      );
    const { rows } = await client.query<{ name: string; digest: string }>(
      digests.join(" UNION ALL "),
      workspaceIds ? [workspaceIds] : [],
    );
    return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
  });
}
