import { startFilters } from './filters';
import { startNavigation } from './navigation';
import { startOpening } from './opening';
import { startPlays } from './plays';
import { startSearch } from './search/box';
import { startStrips } from './strips';

startFilters();
startSearch();
startStrips();
startPlays();
startOpening();
startNavigation();
