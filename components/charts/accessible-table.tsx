import type { TableModel } from "@/lib/charts/types";

/** A longer table is no help to somebody listening; the file behind the figure has every row. */
const MAX_ROWS = 100;

/** The figures behind a chart, for screen readers: same texts, captioned by the chart's sentence. */
export function AccessibleTable({ table }: { table: TableModel }) {
  if (table.empty) return null;
  const rows = table.rows.slice(0, MAX_ROWS);
  const left = table.rows.length - rows.length;
  // A table grows with its words whatever width it is given: only a block around it can be hidden without widening the page.
  return (
    <div className="sr-only">
      <table>
        <caption>
          {table.summary}
          {left > 0 && ` The first ${MAX_ROWS} of ${table.rows.length} rows.`}
        </caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.key} scope="col">
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, place) => {
                const key = table.columns[place]?.key;
                return place === 0 ? (
                  <th key={key} scope="row">
                    {cell.text}
                  </th>
                ) : (
                  <td key={key}>{cell.text}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
