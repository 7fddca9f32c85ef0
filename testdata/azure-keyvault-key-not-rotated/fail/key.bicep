resource key 'Microsoft.KeyVault/vaults/keys@2023-07-01' = { // expect: fail
  name: 'kv-clinic/records'
  properties: {
    kty: 'RSA'
    keySize: 3072
  }
}
