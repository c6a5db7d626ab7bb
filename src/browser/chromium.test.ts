import { expect } from 'chai';
import { findChromium } from './chromium';

/** What is found where only these paths lead to something. */
const found = (env: Readonly<Record<string, string>>, ...paths: readonly string[]) =>
  findChromium(env, (path) => paths.includes(path));

describe('a browser', () => {
  it('is looked for where CHROME_PATH says, and nowhere else', () => {
    expect(found({ CHROME_PATH: '/opt/chrome' }, '/opt/chrome', '/usr/bin/chromium')).to.equal('/opt/chrome');
    expect(found({ CHROME_PATH: '/opt/chrome' }, '/usr/bin/chromium')).to.equal(undefined);
  });

  it('is found in the folders of PATH, and in the usual places', () => {
    expect(found({ PATH: '/bin:/own/bin' }, '/own/bin/google-chrome')).to.equal('/own/bin/google-chrome');
    const ofMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(found({}, ofMac)).to.equal(ofMac);
    const ofWindows = 'C:/Program Files/Google/Chrome/Application/chrome.exe';
    expect(found({ PROGRAMFILES: 'C:/Program Files' }, ofWindows)).to.equal(ofWindows);
  });

  it('is not there where nothing is', () => {
    expect(found({ PATH: '/bin' })).to.equal(undefined);
  });
});
