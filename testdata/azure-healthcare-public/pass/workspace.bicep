resource workspace 'Microsoft.HealthcareApis/workspaces@2023-11-01' = {
  name: 'hdsclinic'
  location: 'westeurope'
}

resource endpoint 'Microsoft.Network/privateEndpoints@2023-11-01' = {
  name: 'pe-clinic'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      {
        name: 'hds'
        properties: { privateLinkServiceId: workspace.id, groupIds: ['healthcareworkspace'] }
      }
    ]
  }
}
