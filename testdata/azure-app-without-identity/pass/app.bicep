resource it 'Microsoft.Web/sites@2023-12-01' = {
  name: 'app-clinic'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {
    httpsOnly: true
  }
}
