-- Parts whose rows were replaced, or whose table was deleted: questions that began before may still read them.
CREATE INDEX file_loads_dead_idx ON file_loads (updated_at) WHERE part_key IS NOT NULL AND part_bytes IS NULL;

CREATE FUNCTION dead_file_parts(p_before timestamptz, p_limit integer)
RETURNS TABLE (workspace_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.workspace_id, l.id FROM file_loads l
  WHERE l.part_key IS NOT NULL AND l.part_bytes IS NULL AND l.updated_at < p_before
  ORDER BY l.updated_at LIMIT p_limit
$$;
