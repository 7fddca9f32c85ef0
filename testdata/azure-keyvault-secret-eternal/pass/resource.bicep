resource it 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  name: 'kv-clinic/fax'
  properties: {
    contentType: 'text/plain'
    attributes: { exp: 1830297600 }
  }
}
