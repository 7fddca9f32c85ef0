resource it 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
  name: 'kv-clinic/records'
  properties: {
    kty: 'RSA'
    attributes: { exp: 1830297600 }
  }
}
