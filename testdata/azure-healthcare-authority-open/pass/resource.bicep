resource it 'Microsoft.HealthcareApis/workspaces/fhirservices@2023-11-01' = {
  name: 'hdsclinic/records'
  location: 'westeurope'
  kind: 'fhir-R4'
  properties: {
    publicNetworkAccess: 'Disabled'
    authenticationConfiguration: { authority: 'https://login.example/tenant', audience: 'https://records.clinic.example' }
  }
}
