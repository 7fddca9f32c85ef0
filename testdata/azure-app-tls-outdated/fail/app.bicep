resource portal 'Microsoft.Web/sites@2023-12-01' = {
  name: 'app-clinic-portal'
  location: 'westeurope'
  properties: {
    serverFarmId: resourceId('Microsoft.Web/serverfarms', 'plan-clinic')
    siteConfig: {
      minTlsVersion: '1.0' // expect: fail
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2023-12-01' = {
  name: 'app-clinic-portal/web'
  properties: {
    minTlsVersion: '1.1' // expect: fail
  }
}
