resource it 'Microsoft.CognitiveServices/accounts@2024-06-01-preview' = {
  name: 'oai-clinic'
  location: 'westeurope'
  kind: 'OpenAI'
  properties: {
    disableLocalAuth: true
  }
}
