resource portal 'Microsoft.Web/sites@2023-12-01' = {
  name: 'app-clinic-portal'
  location: 'westeurope'
  properties: {
    serverFarmId: resourceId('Microsoft.Web/serverfarms', 'plan-clinic')
    httpsOnly: false // expect: fail
  }
}
