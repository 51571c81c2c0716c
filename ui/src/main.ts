import { createApp } from 'vue'
import App from './App.vue'
import { onClosing } from './api/index.ts'
import { listenForKeys } from './state/keys.ts'
import { keepAddress, readAddress } from './state/place.ts'
import { comeBack, farewell, flush, leave, saving } from './state/saving.ts'
import { lookAgain, start } from './state/desk.ts'
import './style/tokens.css'
import './style/base.css'

readAddress(window.location.hash)
keepAddress()
onClosing({ farewell, stuck: () => saving.state === 'failed', leave, flush, lookAgain })
listenForKeys()
createApp(App).mount('#app')
void start().then(comeBack)
