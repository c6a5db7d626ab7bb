import 'rollcall:steps';
import { library } from '../../../../play/cucumber';
import { answer, type Question } from '../../../../play/protocol';
import { Session } from '../../../../play/session';

// The thread that plays: whatever happens here, the page stays at hand.

const session = new Session(library);

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  answer(session, data).then((said) => postMessage(said));
});
