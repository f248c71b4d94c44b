-- Keys to one dashboard for people without an account, and for pages of other sites.
CREATE TABLE public_links (
  id uuid NOT NULL,
  workspace_id uuid NOT NULL,
  dashboard_id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  token_hash text NOT NULL,
  password_hash text,
  signing_key text,
  allowed_sites text[] NOT NULL DEFAULT ARRAY[]::text[],
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  views integer NOT NULL DEFAULT 0,
  last_viewed_at timestamptz(3),
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT public_links_pkey PRIMARY KEY (id),
  CONSTRAINT public_links_kind_check CHECK (kind IN ('PAGE', 'EMBED')),
  CONSTRAINT public_links_views_check CHECK (views >= 0),
  -- A frame has a key and sites and asks for no password; a page is the other way round.
  CONSTRAINT public_links_embed_check CHECK (
    (kind = 'EMBED' AND signing_key IS NOT NULL AND cardinality(allowed_sites) > 0 AND password_hash IS NULL)
    OR (kind = 'PAGE' AND signing_key IS NULL AND cardinality(allowed_sites) = 0)),
  CONSTRAINT public_links_workspace_id_dashboard_id_fkey FOREIGN KEY (workspace_id, dashboard_id)
    REFERENCES dashboards (workspace_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX public_links_token_hash_key ON public_links (token_hash);
CREATE UNIQUE INDEX public_links_workspace_id_id_key ON public_links (workspace_id, id);
CREATE INDEX public_links_workspace_id_dashboard_id_idx ON public_links (workspace_id, dashboard_id);

ALTER TABLE public_links ENABLE ROW LEVEL SECURITY;
CREATE POLICY workspace_isolation ON public_links
  USING (workspace_id = app_workspace_id()) WITH CHECK (workspace_id = app_workspace_id());

-- Whoever opens a link is in no workspace yet: the one question asked across all of them.
CREATE FUNCTION find_public_link(p_token_hash text)
RETURNS TABLE (workspace_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.workspace_id, l.id FROM public_links l WHERE l.token_hash = p_token_hash
$$;
