import { inherited, nameOf } from '../description.ts';
import { descriptions, type SdpRule } from './rule.ts';

/** `ice-ufrag` and `ice-pwd`: there, long enough, and of ice-chars. */
export function iceCredential(
  name: 'ice-ufrag' | 'ice-pwd',
  shortest: number,
  what: string,
): Pick<SdpRule, 'check'> {
  return {
    check(input, report) {
      for (const description of descriptions(input)) {
        const { side, media, session } = description;
        for (const section of media) {
          if (!section.ownTransport || inherited(description, section, name) !== undefined) continue;
          report(side, {
            at: section.mLine,
            title: `The ${nameOf(section)} of the ${side} has no a=${name}`,
            cause: `Without the ICE ${what} no connectivity check can be answered; browsers refuse a description without it.`,
            fix: 'Pass the description on unchanged.',
            severity: 'error',
          });
        }
        for (const section of [session, ...media]) {
          for (const { value, line } of section.attributes.get(name) ?? []) {
            const text = value.trim();
            const short = text.length < shortest || text.length > 256;
            // libwebrtc still takes -, _, = and #, with a warning (crbug.com/1053756).
            const refused = !/^[A-Za-z0-9+/=#_-]*$/.test(text);
            if (!short && /^[A-Za-z0-9+/]*$/.test(text)) continue;
            report(side, {
              at: line,
              title: short
                ? `The ICE ${what} of the ${side} has ${text.length.toLocaleString('en')} characters`
                : `The ICE ${what} of the ${side} holds characters that do not belong there`,
              cause: short
                ? `a=${name} has ${shortest} to 256 characters. Browsers refuse others.`
                : `a=${name} is made of letters, digits, “+” and “/”. ${refused ? 'Browsers refuse others.' : 'Chromium still takes - _ = # and says that it will stop.'}`,
              fix: 'Pass the line on unchanged; otherwise the far end must write another.',
              severity: short || refused ? 'error' : 'warning',
            });
          }
        }
      }
    },
  };
}
