import { DataSource } from 'typeorm';
import { databaseOptions } from '../src/database/database.module.js';
import { Channels } from '../src/notices/channels.js';
import { Settings } from '../src/settings/settings.js';
import { Operators } from '../src/watch/operators/operators.js';
import { FakeSmtp } from './support/fake-smtp.js';
import { Office } from './support/office.js';
import { insertPerson } from './support/roster-rows.js';

let office: Office;
let smtp: FakeSmtp;
let db: DataSource;
let operators: Operators;

beforeEach(async () => {
  smtp = await FakeSmtp.start();
  office = await Office.open({ env: { SMTP_URL: smtp.url } });
  db = await new DataSource(databaseOptions(office.database.url)).initialize();
  operators = new Operators(db, office.part(Settings), office.part(Channels));
});
afterEach(async () => {
  if (db.isInitialized) await db.destroy();
  await office.close();
  await smtp.stop();
});

const words = { subject: { zh: '数据库无应答', en: 'no answer' }, lines: { zh: [], en: [] } };
const told = async () => {
  smtp.mails.splice(0);
  await operators.tell(words, 'test');
  return smtp.mails.flatMap((mail) => mail.to);
};

describe('administrators hear of a failure', () => {
  it('as they are reached now: a new way counts, an account that was disabled does not', async () => {
    expect(await told()).toEqual([]);
    const wang = await insertPerson(office.db, 'wang', { role: 'administrator', ways: { email: '!wang@office.test' } });
    expect(await told()).toEqual(['wang@office.test']);
    await office.db.query('update account set disabled_at = app_now() where id = $1', [wang]);
    expect(await told()).toEqual([]);
  });

  it('as they were last known while the database is away', async () => {
    await insertPerson(office.db, 'wang', { role: 'administrator', ways: { email: '!wang@office.test' } });
    await operators.onApplicationBootstrap();
    await db.destroy();
    expect(await told()).toEqual(['wang@office.test']);
  });
});
