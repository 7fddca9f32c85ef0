resource instance 'Microsoft.Sql/managedInstances@2023-08-01' = {
  name: 'sqlmi-clinic'
  location: 'westeurope'
  properties: {
    publicDataEndpointEnabled: true // expect: fail
  }
}
