import { startFilters } from './filters';
import { startNavigation } from './navigation';
import { startSearch } from './search/box';
import { startStrips } from './strips';

startFilters();
startSearch();
startStrips();
startNavigation();
