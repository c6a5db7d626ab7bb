import { whenShown } from './navigation';
import { unpacked } from './packed';

const CODE = 'code-playground';

let isOpen = false;

/** Unpacks the playground when somebody comes to its page for the first time. */
export const startOpening = (): void =>
  whenShown((_, { id }) => {
    if (isOpen || id !== 'play' || !document.getElementById(CODE)) return;
    isOpen = true;
    void unpacked(CODE).then((code) => {
      const script = document.createElement('script');
      script.textContent = code;
      document.head.append(script);
    });
  });
