/** Registers every element. */
import './pipeline.js';
import './provider.js';
import './review-desk.js';
