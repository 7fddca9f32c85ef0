resource it 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  name: 'kv-clinic/fax'
  properties: { // expect: fail
    contentType: 'text/plain'
  }
}
