resource portal 'Microsoft.Web/sites@2023-12-01' = {
  name: 'app-clinic-portal'
  location: 'westeurope'
  properties: {
    serverFarmId: resourceId('Microsoft.Web/serverfarms', 'plan-clinic')
    siteConfig: {
      appSettings: [
        { name: 'LAB_API_KEY', value: 'kq83hfa02mzzpl' } // expect: fail
      ]
    }
  }
}

resource values 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: portal
  name: 'appsettings' // expect: fail
  properties: {
    FAX_PASSWORD: 'kq83hfa02mzzpl'
  }
}
