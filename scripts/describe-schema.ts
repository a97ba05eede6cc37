import type { DatabaseSync } from 'node:sqlite';
import type { Client } from 'pg';

const heading = '-- What the migrations make. Written by "npm run db:dump"; a test compares it. Do not edit.\n\n';

/** All tables and indexes of a SQLite database, as SQLite keeps them. */
export function describeSqliteSchema(database: DatabaseSync): string {
  const rows = database
    .prepare('select sql from sqlite_schema where sql is not null order by tbl_name, type desc, name')
    .all();
  return `${heading}${rows.map(({ sql }) => `${breakLines(String(sql))};\n`).join('')}`;
}

/** All tables and indexes of the schema `public` of a Postgres database. */
export async function describePostgresSchema(client: Client): Promise<string> {
  const { rows: tables } = await client.query<{ name: string; columns: string[]; indexes: string[] | null }>(`
    select class.relname as name,
      (select array_agg(format('%I %s%s%s', attname, format_type(atttypid, atttypmod),
          ' default ' || pg_get_expr(adbin, adrelid), case when attnotnull then ' not null' else '' end) order by attnum)
        from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum where attrelid = class.oid and attnum > 0 and not attisdropped)
      || coalesce((select array_agg(format('constraint %I %s', conname, pg_get_constraintdef(oid)) order by conname)
        from pg_constraint where conrelid = class.oid and contype <> 'n'), '{}') as columns,
      (select array_agg(pg_get_indexdef(indexrelid) order by indexrelid::regclass::text)
        from pg_index where indrelid = class.oid
        and not exists (select from pg_constraint where conindid = indexrelid)) as indexes
    from pg_class as class
    where class.relkind = 'r' and class.relnamespace = 'public'::regnamespace
    order by class.relname`);
  const statements = tables.flatMap(({ name, columns, indexes }) => [
    `create table ${name} (\n  ${columns.join(',\n  ')}\n)`,
    ...(indexes ?? []),
  ]);
  return `${heading}${statements.map((statement) => `${statement};\n`).join('')}`;
}

function breakLines(sql: string): string {
  const table = /^create table ([^(]+)\((.*)\)([^)]*)$/is.exec(sql);
  if (!table) return sql;
  const [, name, columns = '', end] = table;
  // Between columns, not between the parts of a key.
  return `create table ${name}(\n  ${columns.split(/, (?![^(]*\))/).join(',\n  ')}\n)${end}`;
}
