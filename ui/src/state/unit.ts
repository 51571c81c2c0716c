import { ref } from 'vue'

/** Whether the unit's own form is open: from its name above, from what it lacks, from a search. */
export const unitShown = ref(false)
