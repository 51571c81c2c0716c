import { ref } from 'vue'

export const searchShown = ref(false)
