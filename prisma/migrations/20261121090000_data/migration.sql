-- Sources of every kind, uploaded files, the query library, results and their exports.
-- AlterTable
ALTER TABLE "workspaces" ADD COLUMN     "week_starts_on" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "data_sources" ADD COLUMN     "export_row_limit" INTEGER;

-- AlterTable
ALTER TABLE "queries" ADD COLUMN     "department_id" UUID,
ADD COLUMN     "is_template" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "job_roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "last_run_at" TIMESTAMPTZ(3),
ADD COLUMN     "owner_id" UUID,
ADD COLUMN     "usage_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "visibility" TEXT NOT NULL DEFAULT 'WORKSPACE';

-- AlterTable
ALTER TABLE "query_runs" ADD COLUMN     "cancel_requested_at" TIMESTAMPTZ(3),
ADD COLUMN     "statement" TEXT;

-- AlterTable
ALTER TABLE "analytics_cache" ADD COLUMN     "duration_ms" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "query_id" UUID;

-- CreateTable
CREATE TABLE "data_source_schemas" (
    "data_source_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "tables" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_source_schemas_pkey" PRIMARY KEY ("data_source_id")
);

-- CreateTable
CREATE TABLE "file_tables" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "data_source_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "rows" BIGINT NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_tables_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_loads" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "data_source_id" UUID NOT NULL,
    "table_id" UUID,
    "file_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'UPLOADED',
    "request" JSONB,
    "inspection" JSONB,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "rows" BIGINT,
    "emptied_cells" BIGINT NOT NULL DEFAULT 0,
    "error" TEXT,
    "upload_key" TEXT,
    "part_key" TEXT,
    "part_bytes" BIGINT,
    "run_id" TEXT,
    "created_by_id" UUID,
    "loaded_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_loads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "query_favourites" (
    "workspace_id" UUID NOT NULL,
    "query_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "query_favourites_pkey" PRIMARY KEY ("query_id","user_id")
);

-- CreateTable
CREATE TABLE "query_flights" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "lease_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "query_flights_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "result_exports" (
    "id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "workspace_id" UUID NOT NULL,
    "data_source_id" UUID NOT NULL,
    "query_id" UUID,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PENDING',
    "rows" BIGINT NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "error" TEXT,
    "storage_key" TEXT,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT,
    "run_id" TEXT,
    "cancel_requested_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "access_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "result_exports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "data_source_schemas_workspace_id_data_source_id_key" ON "data_source_schemas"("workspace_id", "data_source_id");

-- CreateIndex
CREATE INDEX "file_tables_workspace_id_data_source_id_idx" ON "file_tables"("workspace_id", "data_source_id");

-- CreateIndex
CREATE UNIQUE INDEX "file_tables_workspace_id_id_key" ON "file_tables"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "file_loads_workspace_id_data_source_id_created_at_idx" ON "file_loads"("workspace_id", "data_source_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "file_loads_workspace_id_table_id_idx" ON "file_loads"("workspace_id", "table_id");

-- CreateIndex
CREATE UNIQUE INDEX "file_loads_workspace_id_id_key" ON "file_loads"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "query_favourites_workspace_id_query_id_idx" ON "query_favourites"("workspace_id", "query_id");

-- CreateIndex
CREATE INDEX "query_favourites_workspace_id_user_id_idx" ON "query_favourites"("workspace_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "result_exports_public_id_key" ON "result_exports"("public_id");

-- CreateIndex
CREATE INDEX "result_exports_workspace_id_created_by_id_created_at_idx" ON "result_exports"("workspace_id", "created_by_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "result_exports_workspace_id_query_id_idx" ON "result_exports"("workspace_id", "query_id");

-- CreateIndex
CREATE INDEX "result_exports_workspace_id_data_source_id_idx" ON "result_exports"("workspace_id", "data_source_id");

-- CreateIndex
CREATE UNIQUE INDEX "result_exports_workspace_id_id_key" ON "result_exports"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "queries_workspace_id_owner_id_idx" ON "queries"("workspace_id", "owner_id");

-- CreateIndex
CREATE INDEX "queries_department_id_idx" ON "queries"("department_id");

-- CreateIndex
CREATE INDEX "query_runs_workspace_id_data_source_id_created_at_idx" ON "query_runs"("workspace_id", "data_source_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "analytics_cache_workspace_id_query_id_idx" ON "analytics_cache"("workspace_id", "query_id");

-- AddForeignKey
ALTER TABLE "data_source_schemas" ADD CONSTRAINT "data_source_schemas_workspace_id_data_source_id_fkey" FOREIGN KEY ("workspace_id", "data_source_id") REFERENCES "data_sources"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_tables" ADD CONSTRAINT "file_tables_workspace_id_data_source_id_fkey" FOREIGN KEY ("workspace_id", "data_source_id") REFERENCES "data_sources"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_loads" ADD CONSTRAINT "file_loads_workspace_id_table_id_fkey" FOREIGN KEY ("workspace_id", "table_id") REFERENCES "file_tables"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queries" ADD CONSTRAINT "queries_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "query_favourites" ADD CONSTRAINT "query_favourites_workspace_id_query_id_fkey" FOREIGN KEY ("workspace_id", "query_id") REFERENCES "queries"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


