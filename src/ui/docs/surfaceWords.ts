import { isSessionStep } from '../../core/session/step.ts';
import { stepTitles } from '../steps/stepWords.ts';

/** `token.backend` as people say it: `Token, through your backend`. */
export function surfaceWords(surface: string): string {
  const [step = '', route] = surface.split('.');
  const title = isSessionStep(step) ? stepTitles[step] : step;
  if (route === 'backend') return `${title}, through your backend`;
  return route === 'rest' ? `${title}, directly` : title;
}
