resource edge 'Microsoft.Cdn/profiles@2024-02-01' = { // expect: fail
  name: 'afd-clinic'
  location: 'Global'
  sku: { name: 'Premium_AzureFrontDoor' }
}
