@secure()
param password string

resource job 'Microsoft.ContainerInstance/containerGroups@2023-05-01' = {
  name: 'ci-clinic'
  location: 'westeurope'
  properties: {
    osType: 'Linux'
    containers: [
      {
        name: 'import'
        properties: {
          image: 'acrclinic.azurecr.io/import:1.4'
          environmentVariables: [
            { name: 'DB_PASSWORD', secureValue: password }
          ]
        }
      }
    ]
  }
}
