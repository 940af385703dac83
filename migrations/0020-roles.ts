import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles as the rules know them: the press office's accounts become duty officers, a bureau's become its officers. */
export class Roles1763900000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ declare one text; begin
        for one in select conname from pg_constraint where conrelid = 'account'::regclass and contype = 'c' loop
          execute format('alter table account drop constraint %I', one);
        end loop;
      end $$;
      update account set role = case role when 'press_office' then 'duty_officer' when 'bureau' then 'bureau_officer' else role end;
      alter table account add constraint account_role check (role in ('administrator', 'duty_officer', 'analyst',
        'bureau_officer', 'bureau_head', 'leadership', 'accountability', 'auditor'));
      alter table account add constraint account_bureau
        check ((role in ('bureau_officer', 'bureau_head')) = (bureau is not null));
    `);
  }

  /** Roles that the older table does not know are narrowed to one that could do less. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account drop constraint account_role, drop constraint account_bureau;
      update account set role = case
        when role = 'duty_officer' then 'press_office'
        when role in ('bureau_officer', 'bureau_head') then 'bureau'
        when role in ('analyst', 'accountability', 'auditor') then 'leadership'
        else role end;
      alter table account add constraint account_role_check
        check (role in ('administrator', 'press_office', 'bureau', 'leadership'));
      alter table account add constraint account_check check ((role = 'bureau') = (bureau is not null));
    `);
  }
}
