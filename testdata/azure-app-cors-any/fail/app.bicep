resource portal 'Microsoft.Web/sites@2023-12-01' = {
  name: 'app-clinic-portal'
  location: 'westeurope'
  properties: {
    serverFarmId: resourceId('Microsoft.Web/serverfarms', 'plan-clinic')
    siteConfig: {
      cors: { allowedOrigins: ['*'] } // expect: fail
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2023-12-01' = {
  name: 'app-clinic-portal/web'
  properties: {
    cors: { allowedOrigins: ['*'] } // expect: fail
  }
}
