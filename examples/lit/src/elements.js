import 'golive-elements/define/credential-card.js';
import 'golive-elements/define/provider.js';
import 'golive-elements/define/review-desk.js';
import 'golive-elements/define/stepper.js';
import 'golive-elements/define/submission.js';
