resource workspace 'Microsoft.HealthcareApis/workspaces@2023-11-01' = {
  name: 'hdsclinic'
  location: 'westeurope'
  properties: {
    publicNetworkAccess: 'Enabled' // expect: fail
  }
}
