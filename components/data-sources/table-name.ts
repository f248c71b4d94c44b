/** `shop.sales`; tables of uploaded files stand in no schema. */
export function tableName({ schema, name }: { schema: string; name: string }): string {
  return schema ? `${schema}.${name}` : name;
}

/** Where a table stands on the page. */
export function tableAnchor(table: { schema: string; name: string }): string {
  return `table-${encodeURIComponent(tableName(table))}`;
}
