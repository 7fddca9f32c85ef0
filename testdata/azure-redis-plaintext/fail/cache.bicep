resource cache 'Microsoft.Cache/redis@2024-03-01' = {
  name: 'redis-clinic'
  location: 'westeurope'
  properties: {
    sku: { name: 'Premium', family: 'P', capacity: 1 }
    enableNonSslPort: true // expect: fail
  }
}
