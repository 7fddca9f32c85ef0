resource route 'Microsoft.Cdn/profiles/afdEndpoints/routes@2024-02-01' = {
  name: 'afd-clinic/portal/main'
  properties: {
    originGroup: { id: resourceId('Microsoft.Cdn/profiles/originGroups', 'afd-clinic', 'app') }
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Disabled' // expect: fail
  }
}
